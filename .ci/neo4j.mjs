/**
 * A real Neo4j Community server for machines without Docker, from its published Java artifacts:
 *   npm run neo4j:start      fetches it once (144 MB), checks it, starts it on a loopback port
 *   npm run neo4j:stop       stops it
 *   npm run neo4j:test       starts one of its own on an empty database, runs the tests that need a server, stops it
 * Needs Java 17 or newer and Maven. Everything lies in GOVGRAPH_CACHE, else in govgraph/ of the user's cache folder.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const VERSION = '5.26.30';
const SUMS = fileURLToPath(new URL('./neo4j.sha256', import.meta.url));
const CACHE =
  process.env.GOVGRAPH_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'govgraph');
const LIB = join(CACHE, `neo4j-${VERSION}`);
const HOME = join(CACHE, 'neo4j-server');
const START_SECONDS = 120;
/** A server checkpoints before it ends. */
const STOP_SECONDS = 60;

class Failure extends Error {}

/** The jars, fetched when absent and checked every time: each by its own SHA-256, no more and no fewer. */
function library() {
  for (const tool of ['java', 'mvn']) {
    if (spawnSync(tool, ['-version']).error)
      throw new Failure(`neo4j: no ${tool} here; install Java 17 and Maven`);
  }
  if (!existsSync(LIB)) fetchJars();
  const wrong = differences();
  if (wrong.length === 0) return LIB;
  throw new Failure(
    `neo4j: not the files of ${VERSION}: ${wrong.slice(0, 5).join(', ')}\n  delete ${LIB} and start again`,
  );
}

function fetchJars() {
  const work = mkdtempSync(join(tmpdir(), 'govgraph-maven-'));
  const artifact = (group, name) =>
    `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${VERSION}</version></dependency>`;
  writeFileSync(
    join(work, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>neo4j-local</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${artifact('org.neo4j', 'neo4j')}${artifact('org.neo4j.app', 'neo4j-server')}</dependencies></project>`,
  );
  console.error(`neo4j: fetching ${VERSION} into ${LIB}`);
  const goal = [
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${join(work, 'lib')}`,
  ];
  const done = spawnSync('mvn', ['-B', '-q', '-ntp', '-C', '-f', join(work, 'pom.xml'), ...goal], {
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Failure('neo4j: Maven could not fetch the server; is there a network?');
  mkdirSync(CACHE, { recursive: true });
  // In place all at once: a fetch cut off leaves nothing that looks whole.
  rmSync(`${LIB}.part`, { recursive: true, force: true });
  cpSync(join(work, 'lib'), `${LIB}.part`, { recursive: true });
  renameSync(`${LIB}.part`, LIB);
  rmSync(work, { recursive: true });
}

function differences() {
  const expected = new Map(
    readFileSync(SUMS, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ').reverse()),
  );
  const found = readdirSync(LIB);
  const sum = (name) =>
    createHash('sha256')
      .update(readFileSync(join(LIB, name)))
      .digest('hex');
  return [
    ...found.filter((name) => expected.get(name) !== sum(name)),
    ...[...expected.keys()].filter((name) => !found.includes(name)),
  ];
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => {
      const { port: got } = probe.address();
      probe.close(() => resolve(got));
    });
  });

/** Starts a server on a folder of its own and waits until it answers. */
async function startServer(home, wanted, password) {
  const lib = library();
  const port = (await isFree(wanted)) || (await isFree(0));
  mkdirSync(join(home, 'conf'), { recursive: true });
  mkdirSync(join(home, 'import'), { recursive: true });
  const log = join(home, 'logs', 'neo4j.log');
  rmSync(log, { force: true });
  const conf = [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=256m',
    'dbms.memory.transaction.total.max=1g',
    'db.tx_log.rotation.retention_policy=256M size',
    // Without this line LOAD CSV reads any file of the machine.
    'server.directories.import=import',
  ];
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${conf.join('\n')}\n`);
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  if (!existsSync(join(home, 'data', 'dbms', 'auth.ini'))) {
    const admin = ['org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', password];
    const done = spawnSync('java', ['-cp', join(lib, '*'), ...admin], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Failure(`neo4j: ${done.stderr || done.stdout}`);
  }
  const opens = ['java.nio', 'java.io', 'sun.nio.ch'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  );
  const settings = ['-Dio.netty.tryReflectionSetAccessible=true', '-Dlog4j2.disable.jmx=true'];
  const heap = ['-Xms256m', `-Xmx${process.env.NEO4J_HEAP ?? '1g'}`, '-XX:+UseG1GC'];
  const main = [
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
  const out = openSync(join(home, 'out'), 'w');
  const server = spawn('java', [...heap, ...opens, ...settings, '-cp', join(lib, '*'), ...main], {
    env,
    detached: true,
    stdio: ['ignore', out, out],
  });
  server.unref();
  writeFileSync(join(home, 'pid'), String(server.pid));
  // An open port is no proof: another server may hold it.
  for (let waited = 0; waited < START_SECONDS; waited += 0.25) {
    if (existsSync(log) && /Started\.\s*$/.test(readFileSync(log, 'utf8'))) return { pid: server.pid, port };
    if (server.exitCode !== null) break;
    await sleep(250);
  }
  if (server.exitCode === null) process.kill(server.pid);
  throw new Failure(`neo4j: the server did not start\n${readFileSync(join(home, 'out'), 'utf8')}`);
}

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function stopServer(pid) {
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < STOP_SECONDS && alive(pid); waited += 0.25) await sleep(250);
  if (alive(pid)) process.kill(pid, 'SIGKILL');
}

/** The server of this user that `start` left running. */
function running() {
  const file = join(HOME, 'server.json');
  const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return state && alive(state.pid) ? state : null;
}

async function start() {
  const file = join(HOME, 'password');
  mkdirSync(HOME, { recursive: true });
  if (!existsSync(file))
    writeFileSync(file, process.env.NEO4J_PASSWORD ?? randomBytes(12).toString('hex'), { mode: 0o600 });
  const state = running() ?? (await startServer(HOME, 7687, readFileSync(file, 'utf8')));
  writeFileSync(join(HOME, 'server.json'), JSON.stringify(state));
  console.log(`Neo4j ${VERSION} answers at bolt://127.0.0.1:${state.port}, user neo4j, password in ${file}`);
  console.log(`  govgraph build reports/ --store bolt://127.0.0.1:${state.port} --password-file ${file}`);
}

async function stop() {
  const state = running();
  if (!state) return console.log('neo4j: no server of ours is running');
  await stopServer(state.pid);
  rmSync(join(HOME, 'server.json'));
  console.log('neo4j: stopped');
}

/** Runs a command beside a server on an empty database, which goes with it. */
async function run(command) {
  const home = mkdtempSync(join(tmpdir(), 'govgraph-neo4j-'));
  try {
    const password = randomBytes(12).toString('hex');
    const server = await startServer(home, 0, password);
    const env = {
      ...process.env,
      GOVGRAPH_TEST_NEO4J: `bolt://127.0.0.1:${server.port}`,
      GOVGRAPH_TEST_NEO4J_HOME: home,
      NEO4J_PASSWORD: password,
    };
    const [program, ...args] = command;
    const child = spawn(program, args, { env, stdio: 'inherit' });
    process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  } finally {
    // A test may have killed it and started another.
    const file = join(home, 'pid');
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid > 0 && alive(pid)) await stopServer(pid);
    rmSync(home, { recursive: true, force: true });
  }
}

/** Starts the server of a test again on the port it had. */
async function again([home, port]) {
  await startServer(home, Number(port), '');
}

/** What `npm test` could not try, in one line. */
async function leftOut() {
  if (!process.env.GOVGRAPH_TEST_NEO4J)
    console.log('left out: tests of the Neo4j server; npm run neo4j:test runs them (Java 17, Maven)');
}

const [verb, ...rest] = process.argv.slice(2);
const verbs = {
  start,
  stop,
  run: () => run(rest),
  again: () => again(rest),
  fetch: async () => console.log(library()),
  'left-out': leftOut,
};
try {
  if (!verbs[verb]) throw new Failure('usage: node .ci/neo4j.mjs start | stop | fetch | run COMMAND…');
  await verbs[verb]();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
