import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { startListeningServer, type ListeningServer } from '../support/listening-server.ts';
import { loadScenarios, runScenario } from './replay.mjs';

const scenarios = loadScenarios(fileURLToPath(new URL('./scenarios', import.meta.url)));

describe.each(databases)('the recorded contract on $database', ({ url }) => {
  describe.skipIf(url === undefined)('over HTTP', () => {
    let server: ListeningServer;

    beforeAll(async () => {
      server = await startListeningServer({ postgres: url });
    });

    afterAll(async () => {
      await server.close();
      expect(server.log.filter((line) => line.includes('error:')), 'nothing fails unforeseen').toEqual([]);
    });

    test.each(scenarios)('$name: $about', async (scenario) => {
      const differences: string[] = [];
      const { passed } = await runScenario(server.url, scenario, { outbox: server.outbox, log: (line) => void differences.push(line) });
      expect(differences).toEqual([]);
      expect(passed).toBeGreaterThan(0);
    });
  });
});

test('there are scenarios to replay', () => {
  expect(scenarios.length).toBeGreaterThan(40);
});
