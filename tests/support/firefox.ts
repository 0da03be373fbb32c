import { firefox, type BrowserContext } from '@playwright/test';

/*
 * Playwright drives a Firefox that it has not built itself by WebDriver BiDi, where Playwright 1.65 and Firefox 153 disagree on
 * a few points. They are settled here, on the wire and in the page, by internals of Playwright: package.json pins its version.
 */
interface Message {
  method?: string;
  params?: { url?: string; navigation?: string | null; download?: string };
}
interface Transport {
  send(message: Message): void;
  onmessage?: (message: Message) => void;
}
interface BidiFirefox {
  connectToTransport(transport: Transport, options: unknown): Promise<unknown>;
}

/** Lets Playwright start the distribution's Firefox (channel `moz-firefox`), and see its downloads. */
export function patchFirefox(): void {
  // What is behind the public object.
  const { _connection: connection } = firefox as unknown as { _connection: { toImpl(object: unknown): { _bidiFirefox: BidiFirefox } } };
  const bidi = connection.toImpl(firefox)._bidiFirefox;
  const connect = bidi.connectToTransport.bind(bidi);
  bidi.connectToTransport = async (transport, options) => {
    const send = transport.send.bind(transport);
    transport.send = (message) => send(withoutMediaFeatures(message));
    const browser = await connect(transport, options);
    const receive = transport.onmessage;
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a property of Playwright's
    transport.onmessage = (message) => receive?.(withDownloadId(message));
    return browser;
  };
}

/** Every context is told its colour scheme by a command that Firefox does not know; another one that changes nothing takes its place. */
function withoutMediaFeatures(message: Message): Message {
  return message.method === 'emulation.setMediaFeaturesOverride' ? { ...message, method: 'session.status', params: {} } : message;
}

/** A file made by the page (`blob:`) is announced without the id that Playwright asks for: its address will do. */
function withDownloadId(message: Message): Message {
  const { method, params } = message;
  if (!method?.startsWith('browsingContext.download') || params?.navigation || params?.download) return message;
  return { ...message, params: { ...params, download: params?.url ?? 'download' } };
}

/** Makes `fill` insert text as typing does: Playwright sets `value`, whose setter React replaces on every field, so that React saw no change. */
export async function fillAsTyped(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(window, '__pw_bidiInsertText', {
      set() {
        // What Playwright puts here is not wanted.
      },
      // oxlint-disable-next-line typescript/no-deprecated -- the one command that types, with every event and undo
      get: () => (text: string) => void document.execCommand('insertText', false, text),
    });
  });
}
