import { ConnectionStrip, StorageNotice } from './connection-strip.tsx';
import { StatusRegion } from './status-region.tsx';

/** The app's messages, above the page. Empty, it takes up no space, but its live regions have to be there. */
export function Messages() {
  return (
    <div className="messages">
      <ConnectionStrip />
      <StorageNotice />
      <StatusRegion />
    </div>
  );
}
