import { zodResolver } from '@hookform/resolvers/zod';
import axios from 'axios';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { z } from 'zod/mini';
import { reason } from './api.ts';

const required = z.string().check(z.minLength(1, 'This field is required.'));
const schema = z.object({ email: required, password: required });

export function Component() {
  const navigate = useNavigate();
  const { register, handleSubmit, setError, formState } = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } });
  const { errors, isSubmitting } = formState;

  async function logIn(values: z.infer<typeof schema>) {
    try {
      const { data } = await axios.post<{ access: string; refresh: string }>('/api/auth/jwt/create/', values);
      localStorage.setItem('access', data.access);
      localStorage.setItem('refresh', data.refresh);
      await navigate('/departments');
    } catch (error) {
      setError('root', { message: reason(error) });
    }
  }

  return (
    <main className="narrow">
      <title>Log in</title>
      <h1>Log in</h1>
      <form noValidate onSubmit={(event) => void handleSubmit(logIn)(event)}>
        <label>
          Email <input type="email" autoComplete="username" {...register('email')} />
        </label>
        <p role="alert">{errors.email?.message}</p>
        <label>
          Password <input type="password" autoComplete="current-password" {...register('password')} />
        </label>
        <p role="alert">{errors.password?.message ?? errors.root?.message}</p>
        <button disabled={isSubmitting}>Log in</button>
      </form>
    </main>
  );
}
