import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const TARGET = new URL('../../target/', import.meta.url).pathname;
const PATIENCE_MS = 60_000;
const OPTIONS = ['--enable-native-access=ALL-UNNAMED', '-XX:TieredStopAtLevel=1', '-Xmx256m'];

/** A gateway with its sandbox in a process of its own, from the jar that Maven has packaged: it can be killed and started again. */
export class GatewayProcess {
  readonly #ports: number[];
  #process: ChildProcess | null = null;

  private constructor(ports: number[]) {
    this.#ports = ports;
  }

  static async start(): Promise<GatewayProcess> {
    const gateway = new GatewayProcess(await freePorts(3));
    await gateway.restart();
    return gateway;
  }

  get address(): URL {
    return new URL(`http://localhost:${this.#ports[0]}/`);
  }

  /** At the same address as before. */
  async restart() {
    const [port, graph, login] = this.#ports;
    const settings = [`--server.port=${port}`, `--sandbox.graph-port=${graph}`, `--sandbox.login-port=${login}`];
    this.#process = spawn(java(), [...OPTIONS, '-jar', packaged(), ...settings], { stdio: 'ignore' });
    await this.#answers();
  }

  /** As a machine that loses its power. */
  async kill() {
    if (!this.#process) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
    this.#process = null;
  }

  async #answers() {
    const settings = new URL('playground/settings.json', this.address);
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      if (this.#process?.exitCode !== null) break;
      const answer = await fetch(settings).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error('The gateway did not start.');
  }
}

/** The one that Maven has chosen, when the benchmarks have written it down; the first of the shell may be older. */
function java(): string {
  const chosen = join(TARGET, 'bench', 'java');
  if (existsSync(chosen)) return readFileSync(chosen, 'utf8').trim();
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
}

function packaged(): string {
  const jar = readdirSync(TARGET).find((file) => file.endsWith('-sandbox.jar'));
  if (!jar) throw new Error('Nothing was packaged: run `mvn package` first.');
  return join(TARGET, jar);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, 'localhost'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
