import { paths } from '../../paths.ts';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { noteHandOver } from '../../data/first-steps.ts';
import { importStore } from './import-store.ts';

function handOver() {
  importStore.handOver(new URL(paths.login, window.location.origin).href);
  noteHandOver();
}

/** The log-in details of the new members. The API sends no invitations: the admin passes the details on, and can get them only here. */
export function HandOverDetails({ count }: { count: number }) {
  return (
    <Notice
      tone="info"
      title={`Log-in details of ${countText(count, 'new member', 'new members')}`}
      actions={
        <Button variant="primary" onClick={handOver}>
          Download log-in details
        </Button>
      }
    >
      Nobody is told by email. Download the passwords and hand them on: this works once, and not any more after this tab is closed or you log out.
    </Notice>
  );
}
