import { useEffect, useState } from 'react';

const words = { stillWorking: 'Still working…' };

/** Says after ten seconds of work that it goes on. The region stands beforehand, or it would not be read out. */
export function StillWorking({ active }: { active: boolean }) {
  const [late, setLate] = useState(false);

  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), 10_000);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active]);

  return (
    <p aria-live="polite" className="text-muted empty:hidden">
      {active && late ? words.stillWorking : null}
    </p>
  );
}
