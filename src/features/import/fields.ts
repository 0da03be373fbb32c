/** The fields of a row, in display order. */
export const fields = ['email', 'first_name', 'last_name', 'department'] as const;
export type Field = (typeof fields)[number];
export type Values = Record<Field, string>;

/** The fields' labels; also the header of the template. */
export const fieldLabels: Values = { email: 'Email', first_name: 'First name', last_name: 'Last name', department: 'Department' };

/** The index of each field's column in the file; null for none. */
export type Mapping = Record<Field, number | null>;
