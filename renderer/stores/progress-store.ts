// Progress of jobs that run in the core, by the id that this window gave them.
import { create } from 'zustand';

export interface JobProgress {
  done: number;
  total: number;
  message: string;
}

export const useProgressStore = create<{ jobs: Readonly<Record<string, JobProgress>> }>()(() => ({ jobs: {} }));

export function takeProgress({ jobId, done, total, message }: JobProgress & { jobId: string }): void {
  useProgressStore.setState(({ jobs }) => ({ jobs: { ...jobs, [jobId]: { done, total, message } } }));
}

/** Forgets a job that is over. */
export function endProgress(jobId: string): void {
  if (!Object.hasOwn(useProgressStore.getState().jobs, jobId)) return;
  useProgressStore.setState(({ jobs }) => {
    const { [jobId]: _over, ...others } = jobs;
    return { jobs: others };
  });
}
