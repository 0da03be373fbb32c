import Menu from 'lucide-react/icons/menu';
import X from 'lucide-react/icons/x';
import { useRef } from 'react';
import { buttonClass } from '../../ui/button-class.ts';
import { Navigation } from './navigation.tsx';
import { Wordmark } from './wordmark.tsx';

/**
 * The navigation on phones: a button and the drawer that it opens. The drawer is a native modal dialog, which traps the
 * focus, closes on Escape, leaves the tab order while closed and needs no overlay library.
 */
export function NavigationDrawer({ isAdmin }: { isAdmin: boolean }) {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <div className="md:hidden">
      <button type="button" aria-haspopup="dialog" className={buttonClass('quiet', 'icon')} onClick={() => drawer.current?.showModal()}>
        <Menu aria-hidden="true" className="size-5" />
        <span className="sr-only">Open navigation</span>
      </button>
      {/* A click outside closes it. The keyboard equivalent is Escape, which a native dialog handles itself. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <dialog ref={drawer} aria-label="Navigation" className="drawer" onClick={(event) => event.target === drawer.current && close()}>
        <div className="flex h-full flex-col gap-4 p-3">
          <div className="flex items-center justify-between">
            <Wordmark />
            <button type="button" className={buttonClass('quiet', 'icon')} onClick={close}>
              <X aria-hidden="true" className="size-5" />
              <span className="sr-only">Close navigation</span>
            </button>
          </div>
          <Navigation isAdmin={isAdmin} onNavigate={close} />
        </div>
      </dialog>
    </div>
  );
}
