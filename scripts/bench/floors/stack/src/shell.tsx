import { NavLink, Outlet } from 'react-router';

export function Component() {
  return (
    <div className="inside">
      <nav aria-label="Main">
        <NavLink to="/departments">Departments</NavLink>
        <NavLink to="/teams">Team members</NavLink>
      </nav>
      <main>
        <Outlet />
      </main>
    </div>
  );
}
