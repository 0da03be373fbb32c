import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod/mini';
import { api, type Department, type Page } from './api.ts';
import { FormDialog } from './form-dialog.tsx';

const required = z.string().check(z.minLength(1, 'This field is required.'));
const schema = z.object({ email: required, first_name: required, last_name: required, department: required, password: required });
const fields = [['Email', 'email', 'email'], ['First name', 'first_name', 'text'], ['Last name', 'last_name', 'text'], ['Password', 'password', 'password']] as const;

export function Component() {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', first_name: '', last_name: '', department: '', password: '' } });
  const { errors } = form.formState;
  const { data } = useQuery({
    queryKey: ['/departments/', 'ordering=name'],
    queryFn: async () => (await api.get<Page<Department>>('/departments/', { params: { ordering: 'name' } })).data,
  });
  return (
    <FormDialog title="Add member" url="/myTeams/" form={form}>
      {fields.map(([label, name, type]) => (
        <div key={name}>
          <label>
            {label} <input type={type} {...form.register(name)} />
          </label>
          <p role="alert">{errors[name]?.message}</p>
        </div>
      ))}
      <label>
        Department{' '}
        <select {...form.register('department')}>
          <option value="">Choose one</option>
          {data?.results.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p role="alert">{errors.department?.message}</p>
    </FormDialog>
  );
}
