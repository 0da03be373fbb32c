import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, redirect } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import './style.css';

const router = createBrowserRouter([
  { path: '/login', lazy: () => import('./login.tsx'), HydrateFallback: () => null },
  {
    loader: () => (localStorage.getItem('access') === null ? redirect('/login') : null),
    lazy: () => import('./shell.tsx'),
    HydrateFallback: () => null,
    children: [
      { path: '/departments', lazy: () => import('./departments.tsx'), children: [{ path: 'new', lazy: () => import('./new-department.tsx') }] },
      { path: '/teams', lazy: () => import('./members.tsx'), children: [{ path: 'new', lazy: () => import('./new-member.tsx') }] },
      { path: '*', loader: () => redirect('/departments') },
    ],
  },
]);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
