/** The heading of a step; `useStepFocus` focuses it. */
export function StepHeading({ children }: { children: string }) {
  return (
    <h2 id="step" tabIndex={-1} className="w-fit rounded-sm text-base font-semibold">
      {children}
    </h2>
  );
}
