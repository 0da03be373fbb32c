import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, startApp } from './app.tsx';

/** Puts the app into the page. */
export function mount(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id "root"');
  createRoot(root).render(
    <StrictMode>
      <App {...startApp()} />
    </StrictMode>,
  );
}
