import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useId } from 'react';
import { setTheme, theme, type Theme } from '../stores/theme.ts';
import { useStore } from '../stores/use-store.ts';

const words = { theme: 'Theme', light: 'Light', dark: 'Dark', system: 'System' };
const choices = [
  ['light', Sun],
  ['dark', Moon],
  ['system', Monitor],
] as const satisfies readonly (readonly [Theme, typeof Sun])[];

/** Three radio buttons that look like one control. */
export function ThemePicker() {
  const name = useId();
  const current = useStore(theme);
  return (
    <fieldset data-print="hide" className="w-fit">
      <legend className="sr-only">{words.theme}</legend>
      <div className="flex rounded-md border border-line bg-sunken p-0.5">
        {choices.map(([choice, Icon]) => (
          <label
            key={choice}
            title={words[choice]}
            className="relative grid size-8 place-items-center rounded-sm text-muted hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-focus forced:has-checked:outline coarse:size-11"
          >
            <input
              type="radio"
              name={name}
              value={choice}
              checked={current === choice}
              onChange={() => setTheme(choice)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Icon aria-hidden="true" className="size-4" />
            <span className="sr-only">{words[choice]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
