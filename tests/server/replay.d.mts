/** A recorded conversation; its steps are the replayer's own business. */
export interface Scenario {
  name: string;
  about: string;
  steps: unknown[];
}

export interface ReplayOptions {
  /** The folder where the server leaves its mail. */
  outbox: string;
  /** Hears of each step that failed, and of what differs. */
  log: (line: string) => void;
}

/** Reads every scenario of a folder, by name. */
export function loadScenarios(directory: string): Scenario[];

/** Replays one against a server. */
export function runScenario(base: string, scenario: Scenario, options: ReplayOptions): Promise<{ passed: number; failed: number }>;
