/** Names from many places, so that search, ordering and layout are tried with realistic data. */
const firstNames = [
  'Ada', 'Adaeze', 'Ahmed', 'Aiko', 'Amara', 'Amelia', 'Ana', 'Anders', 'Andrea', 'Anna', 'Ayşe', 'Beatriz', 'Bjørn', 'Carlos', 'Chidi', 'Chloé',
  'Dana', 'David', 'Elena', 'Emma', 'Farah', 'Fatima', 'Felix', 'Francesca', 'Gabriel', 'Grace', 'Hana', 'Hugo', 'Ines', 'Isaac', 'Ivan', 'Jakub',
  'James', 'Jia', 'João', 'Johanna', 'José', 'Kenji', 'Kwame', 'Lars', 'Leila', 'Liam', 'Lucía', 'Łukasz', 'Maja', 'Marta', 'Mateo', 'Mei', 'Min-jun',
  'Nadia', 'Nia', 'Noah', 'Olga', 'Olivia', 'Omar', 'Priya', 'Raj', 'Rosa', 'Sara', 'Siobhán', 'Sofia', 'Tariq', 'Thandiwe', 'Tomás', 'Wei', 'Yara',
  'Yuki', 'Zanele', 'Zoë', 'Zsófia',
];
const lastNames = [
  'Abe', 'Adeyemi', 'Ali', 'Andersson', 'Bauer', 'Becker', 'Bianchi', 'Brown', 'Çelik', 'Chen', 'Costa', 'Davies', 'Dubois', 'Dvořák', 'Eriksen', 'Evans',
  'Fernández', 'Ferrari', 'Fischer', 'García', 'Green', 'Gupta', 'Haddad', 'Hansen', 'Hassan', 'Hoffmann', 'Horvat', 'Ito', 'Ivanova', 'Jansen', 'Jones',
  'Kaya', 'Khan', 'Kim', 'Kowalski', 'Kumar', 'Larsen', 'Lee', 'Li', 'López', 'Martin', 'Mensah', 'Meyer', 'Mokoena', 'Moreau', 'Müller', 'Murphy',
  'Nagy', 'Nguyen', 'Novák', 'O’Brien', 'Okafor', 'Okoye', 'Park', 'Patel', 'Petrov', 'Popescu', 'Rossi', 'Sánchez', 'Sato', 'Schmidt', 'Silva', 'Singh',
  'Smith', 'Suzuki', 'Tanaka', 'Virtanen', 'Wang', 'Wilson', 'Yılmaz', 'Zhang',
];
const subjects = [
  'Sales', 'Support', 'Finance', 'Legal', 'Marketing', 'Engineering', 'Design', 'Research', 'People', 'Operations', 'Security', 'Logistics', 'Purchasing',
  'Quality', 'Data', 'Platform', 'Partnerships', 'Facilities', 'Training', 'Communications',
];
const regions = [
  'North', 'South', 'East', 'West', 'Central', 'Nordics', 'Benelux', 'Iberia', 'Alps', 'Baltics', 'Balkans', 'Atlantic', 'Pacific', 'Lakes', 'Coast', 'Highlands',
];

/** A generator of numbers from 0 up to 1, always the same ones for a seed, so that two seeded companies look alike. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<Item>(items: readonly Item[], random: number): Item {
  const item = items[Math.floor(random * items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}

/** Generates `count` people; the number at the end of the mailbox makes it unique. */
export function* people(count: number): Generator<{ first_name: string; last_name: string; mailbox: string }> {
  const random = sequence(7);
  for (let index = 0; index < count; index += 1) {
    const first_name = pick(firstNames, random());
    const last_name = pick(lastNames, random());
    yield { first_name, last_name, mailbox: `${plain(first_name)}.${plain(last_name)}.${index + 1}` };
  }
}

/** Generates `count` different department names: "Sales", "Sales North", "Sales North 2", … */
export function departmentNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const subject = subjects[index % subjects.length];
    const region = Math.floor(index / subjects.length) % (regions.length + 1);
    const round = Math.floor(index / subjects.length / (regions.length + 1));
    return [subject, region > 0 ? regions[region - 1] : '', round > 0 ? round + 1 : ''].filter((part) => part !== '').join(' ');
  });
}

/** Reduces a name to the letters a to z, for an email address. */
function plain(name: string): string {
  return name.replace('Ł', 'L').replace('ł', 'l').replace('ø', 'o').replace('ı', 'i').normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();
}
