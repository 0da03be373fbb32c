import { vi } from 'vitest';

/** A file that the page handed to the browser. */
export interface Download {
  name: string;
  /** With its byte order mark. */
  text: string;
}

/** Collects what the page downloads; jsdom can neither make blob addresses nor follow them. */
export function catchDownloads(): Download[] {
  const downloads: Download[] = [];
  const blobs = new Map<string, Blob>();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      const url = `blob:test/${blobs.size}`;
      blobs.set(url, blob);
      return url;
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const download = { name: this.download, text: '' };
    downloads.push(download);
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      // Read as bytes: decoding would drop the mark.
      if (reader.result instanceof ArrayBuffer) download.text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.result);
    });
    const blob = blobs.get(this.href);
    if (blob) reader.readAsArrayBuffer(blob);
  });
  return downloads;
}
