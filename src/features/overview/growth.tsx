import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/pagination.ts';
import type { Member } from '../../contract/members.ts';
import { growthMarks } from './growth-points.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { GrowthChart } from './growth-chart.tsx';
import { growthOptions } from './growth-queries.ts';

const mostMarks = 12;

/** How the company grew. In a chunk of its own, loaded after the main content of the page. */
export default function Growth({ newest, now }: { newest: Page<Member>; now: number }) {
  const { data, isError, isFetching, refetch } = useQuery(growthOptions(useQueryClient(), newest));
  return (
    <section aria-labelledby="growth" aria-busy={data === undefined && !isError} className="mt-4 min-h-64 max-w-240">
      <h2 id="growth" className="mb-2 text-base font-semibold">
        Growth over time
      </h2>
      {data ? (
        <Values marks={growthMarks(data, now, mostMarks)} />
      ) : isError ? (
        <Notice
          tone="danger"
          actions={
            <Button pending={isFetching} onClick={() => void refetch()}>
              Retry
            </Button>
          }
        >
          The growth could not be read.
        </Notice>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </section>
  );
}

function Values({ marks }: { marks: ReturnType<typeof growthMarks> }) {
  return marks.length > 0 ? <GrowthChart marks={marks} /> : <p className="text-muted">All of them joined within the last day. Come back later.</p>;
}
