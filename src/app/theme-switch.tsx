import { useSyncExternalStore } from 'react';
import { getTheme, setTheme, subscribeTheme, type Theme } from '../lib/theme.ts';
import { SelectField } from '../ui/select-field.tsx';

const options: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** The choice between light, dark, and what the system says. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribeTheme, getTheme);
  return <SelectField inline label="Theme" value={theme} options={options} onChange={(value) => setTheme(options.find((option) => option.value === value)?.value ?? 'system')} />;
}
