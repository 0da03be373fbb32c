import { useEffect, useState } from 'react';

const words = { stillWorking: 'Still working…' };

/** After ten seconds, says that the work is still going on. The live region has to be there beforehand, or it would not be announced. */
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
