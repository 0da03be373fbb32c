import { ConnectionStrip, StorageNotice } from './connection-strip.tsx';
import { StatusRegion } from './status-region.tsx';

/** What the app has to say, above the page. Without anything to say it takes no room, but its live regions are there. */
export function Messages() {
  return (
    <div className="messages">
      <ConnectionStrip />
      <StorageNotice />
      <StatusRegion />
    </div>
  );
}
