import axios from 'axios';

export interface Page<Row> {
  count: number;
  next: string | null;
  results: Row[];
}

export interface Department {
  id: number;
  name: string;
  created_at: string;
  updated_at: string;
}

export interface Member {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  role: string;
  created_at: string;
  updated_at: string;
}

export const api = axios.create({ baseURL: '/api' });

api.interceptors.request.use((config) => {
  config.headers.set('Authorization', `JWT ${localStorage.getItem('access')}`);
  return config;
});

/** The server's message about why it refused. */
export const reason = (error: unknown) => (axios.isAxiosError(error) && error.response ? JSON.stringify(error.response.data) : String(error));
