import { paths } from '../../paths.ts';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { noteHandOver } from '../../data/first-steps.ts';
import type { NewMember } from './import-files.ts';
import { importStore } from './import-store.ts';

const logInAddress = () => new URL(paths.login, window.location.origin).href;

function handOver() {
  importStore.handOver(logInAddress());
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
      Nobody is told by email. Download the passwords and hand them on: they are kept only until this tab is closed or you log out.
    </Notice>
  );
}

/** The log-in details that were downloaded in this tab: the download may have been cancelled, or the file lost. */
export function HandedOver({ members }: { members: readonly NewMember[] }) {
  if (members.length === 0) return null;
  return (
    <Notice tone="info" actions={<Button onClick={() => importStore.handOverAgain(logInAddress())}>Download again</Button>}>
      {`The log-in details of ${countText(members.length, 'new member', 'new members')} were downloaded. They are kept until this tab is closed or you log out.`}
    </Notice>
  );
}
