// Makes the file that was asked for and hands it over.
import { tracePcap, tracePcapng } from '../exports/pcap';
import { traceJson } from '../exports/trace-json';
import { transcript } from '../exports/transcript';
import type { Trace } from '../trace/trace';
import { download } from './download';
import { drawingAsPng, drawingAsSvg } from './picture';

export type ExportId = 'pcapng' | 'pcap' | 'json' | 'transcript' | 'svg' | 'png';

/** What is exported: a run, and its wall-clock start (ISO 8601), from which packets get their dates. */
export interface Exported {
  readonly trace: Trace;
  readonly startedAt: string;
}

interface File {
  readonly extension: string;
  readonly type: string;
  readonly content: BlobPart | Promise<BlobPart>;
}

const makers: Readonly<Record<ExportId, (run: Exported) => File>> = {
  pcapng: ({ trace, startedAt }) => ({
    extension: 'pcapng',
    type: 'application/x-pcapng',
    content: tracePcapng(trace, startedAt),
  }),
  pcap: ({ trace, startedAt }) => ({
    extension: 'pcap',
    type: 'application/vnd.tcpdump.pcap',
    content: tracePcap(trace, startedAt),
  }),
  json: ({ trace }) => ({
    extension: 'json',
    type: 'application/json',
    content: JSON.stringify(traceJson(trace), undefined, 1),
  }),
  transcript: ({ trace }) => ({ extension: 'txt', type: 'text/plain', content: transcript(trace) }),
  svg: () => ({ extension: 'svg', type: 'image/svg+xml', content: drawingAsSvg(drawingOnScreen()) }),
  png: () => ({ extension: 'png', type: 'image/png', content: drawingAsPng(drawingOnScreen()) }),
};

/** Downloads the run as `id`; resolves to the file's name. */
export async function exportRun(id: ExportId, run: Exported): Promise<string> {
  const { extension, type, content } = makers[id](run);
  const name = `callscope-${run.trace.exchanges[0]?.calls[0].method ?? 'recording'}.${extension}`;
  download(name, await content, type);
  return name;
}

/** The scene's drawing: the stage, or the space-time diagram when that is on screen. */
function drawingOnScreen(): SVGSVGElement {
  const drawing = document.querySelector<SVGSVGElement>('svg[data-drawing]');
  if (!drawing) throw new Error('There is no drawing marked data-drawing on screen.');
  return drawing;
}
