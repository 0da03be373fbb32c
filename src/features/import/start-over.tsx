import { confirm } from '../../stores/confirm.ts';
import { Button } from '../../ui/button.tsx';
import { importStore } from './import-store.ts';

const question = {
  title: 'Leave without the log-in details?',
  text: 'The passwords of the new members have not been downloaded, and are shown nowhere else.',
  confirmLabel: 'Leave without them',
};

/** A button to leave this import for another one. Asks first if passwords that have not been downloaded would be lost. */
export function StartOver({ losesDetails, done }: { losesDetails: boolean; done: boolean }) {
  async function leave() {
    if (!losesDetails || (await confirm(question))) await importStore.startOver();
  }
  return <Button onClick={() => void leave()}>{done ? 'Import another file' : 'Start over'}</Button>;
}
