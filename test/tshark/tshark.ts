// tshark as a judge of captures: what it makes of every packet, checksums and expert warnings included.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Expert severities below a warning: comments (0x100000), chats (0x200000) and notes (0x400000). epan/proto.h. */
const WARNING = 0x600000;
/** A checksum that tshark has verified. epan/proto.h, PROTO_CHECKSUM_E_GOOD. */
const GOOD = '1';

/** tshark's version, or undefined where it cannot be had. */
export const tsharkVersion: string | undefined = /(\d+\.\d+\.\d+)/.exec(
  spawnSync('tshark', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1];

/** What tshark says about one packet. */
interface TsharkPacket {
  readonly number: string;
  /** `eth:ethertype:ip:tcp:http:xml`. */
  readonly protocols: string;
  readonly timeEpoch: string;
  /** The fields that were asked for, empty where there is nothing to say. */
  readonly told: readonly string[];
}

export interface TsharkVerdict {
  readonly packets: readonly TsharkPacket[];
  /** Malformed packets, bad checksums, expert warnings and errors: one sentence each. */
  readonly faults: readonly string[];
}

/** All checksums are verified; what comes in again after a loss is put where it belongs, which tshark leaves undone unless told. */
const PREFERENCES = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE', 'tcp.reassemble_out_of_order:TRUE'];

const FIELDS = [
  'frame.number',
  'frame.protocols',
  'frame.time_epoch',
  'tcp.checksum.status',
  'ip.checksum.status',
  '_ws.malformed',
  '_ws.expert.severity',
  '_ws.expert.message',
];

/**
 * Lets tshark dissect the capture file `path`; `decodeAs` are its -d arguments (`tcp.port==8545,http`). Of each packet it tells what
 * `asked` are, too: fields by their names.
 */
export async function tshark(
  path: string,
  decodeAs: readonly string[],
  asked: readonly string[] = [],
): Promise<TsharkVerdict> {
  const { stdout } = await execute(
    'tshark',
    [
      ['-n', '-r', path],
      PREFERENCES.flatMap(preference => ['-o', preference]),
      decodeAs.flatMap(rule => ['-d', rule]),
      ['-T', 'fields', '-E', 'separator=/t'],
      [...FIELDS, ...asked].flatMap(field => ['-e', field]),
    ].flat(),
    { maxBuffer: 2 ** 26, timeout: 60_000 },
  );
  const rows = stdout.split('\n').filter(line => line !== '');
  const packets = rows.map(row => {
    const [number, protocols, timeEpoch, ...others] = row.split('\t');
    return { number, protocols, timeEpoch, told: others.slice(FIELDS.length - 3) };
  });
  return { packets, faults: rows.flatMap(faultsOf) };
}

function faultsOf(row: string): string[] {
  const [number, , , tcpChecksum, ipChecksum, malformed, severities, messages] = row.split('\t');
  const faults: string[] = [];
  if (tcpChecksum !== GOOD) faults.push(`packet ${number}: TCP checksum status ${tcpChecksum}`);
  if (ipChecksum !== GOOD) faults.push(`packet ${number}: IP checksum status ${ipChecksum}`);
  if (malformed !== '') faults.push(`packet ${number}: malformed ${malformed}`);
  if (severities.split(',').some(severity => Number(severity) >= WARNING)) faults.push(`packet ${number}: ${messages}`);
  return faults;
}
