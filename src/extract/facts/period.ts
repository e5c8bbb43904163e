/** The stretch of time a number holds for: stated near it, carried within the sentence, or its section's. */
import type { Period, Section } from '../../model.js';
import type { Context, DateAtom } from '../context.js';
import { firstFrom } from '../ranges.js';
import type { Frame } from './frame.js';
import type { Reading } from './measure.js';
import { endWord, factWords } from './words.js';

/** Of a project it counts from its start on. */
const CUMULATED = /累计完成(?:总)?投资/;
const TOTAL = /总投资|计划总投资|概算投资/;
/** 由, 从 before a figure that is left behind; 从业 is another word. */
const FROM = /(?:由|从(?![业事而严]))[^，]{0,3}$/;
const FROM_IN = /由|从(?![业事而严])/;
const TO_LEVEL =
  /(?:增加|增长|提高|提升|上升|扩大|下降|减少|降低|调整|优化|发展|缩小|回落|跃升|攀升)?(?:到|至|为)约?$/;

/**
 * @param indicator what the number measures
 * @param ofProject its subject is a project, hospital or the like, not a division
 * @returns inclusive days, or null where the report states no definite stretch
 */
export function periodOf(
  context: Context,
  frame: Frame,
  reading: Reading,
  indicator: string,
  ofProject: boolean,
): Period | null {
  const { report } = context;
  const section = report.sections[frame.sentence.section];
  const table = context.tables.rowAt(frame.quantity.start)?.table;
  const standing = table?.period ?? section?.period ?? null;
  if (
    TOTAL.test(indicator) ||
    (ofProject && (CUMULATED.test(indicator) || wholeLife(context, frame, reading)))
  )
    return null;
  if (/年度(?:投资)?计划|年度目标/.test(indicator) && standing && reading.measure === 'level')
    return wholeYear(standing.end);
  const span = standing !== null && standing.start.slice(0, 4) !== standing.end.slice(0, 4);
  const stated = statedDate(context, frame, reading);
  if (stated && span && (yearly(context, frame, reading, stated) || adds(context, frame, indicator, stated)))
    return standing;
  if (stated?.rule === 'yearRange')
    return rangeEnd(context, frame, stated) ?? statedPeriod(context, stated, standing);
  if (stated) {
    const period = statedPeriod(context, stated, standing);
    const years = period !== null && period.start.slice(0, 4) !== period.end.slice(0, 4);
    return years && standing !== null && period.start === standing.start && period.end === standing.end
      ? withinYears(context, frame, reading, indicator, period, section)
      : period;
  }
  if (!span || !standing) return standing;
  return withinYears(context, frame, reading, indicator, standing, section);
}

/** 2023年产值40亿元，年均增长6%: the growth is that of the years, whatever year its clause stands under. */
function yearly(context: Context, frame: Frame, reading: Reading, date: DateAtom): boolean {
  const near = context.report.text.slice(frame.clause.start, frame.quantity.start);
  const years = date.period !== null && date.period.start.slice(0, 4) === date.period.end.slice(0, 4);
  return years && reading.measure === 'change' && date.end <= frame.clause.start && /年均/.test(near);
}

/** 到2026年达到260亿元；新增就业4000人: what is added is added in all the years. */
function adds(context: Context, frame: Frame, indicator: string, date: DateAtom): boolean {
  if (date.end > frame.clause.start || !/^(?:累计|新增|新建|新改|净增|完成|建成|改造)/.test(indicator))
    return false;
  return /[；;]/.test(context.report.text.slice(date.end, frame.clause.start));
}

/** 2020年到2025年，占比从17%提升到35%: each figure is of its end of the stretch. */
function rangeEnd(context: Context, frame: Frame, stated: DateAtom): Period | null {
  const { text } = context.report;
  const near = text.slice(frame.before.start, frame.quantity.start);
  if (!stated.period) return null;
  if (FROM.test(near)) return wholeYear(stated.period.start);
  const moved = TO_LEVEL.test(near) && FROM_IN.test(text.slice(frame.clause.start, frame.quantity.start));
  return moved ? wholeYear(stated.period.end) : null;
}

export function wholeYear(day: string): Period {
  return { start: `${day.slice(0, 4)}-01-01`, end: `${day.slice(0, 4)}-12-31` };
}

/** Cumulated investment of a project, and shares of its total, belong to no year. */
function wholeLife(context: Context, frame: Frame, reading: Reading): boolean {
  const from = Math.max(frame.clause.start, frame.quantity.start - 60);
  const words = context.report.text.slice(from, frame.quantity.start);
  return (
    /累计完成(?:总)?投资|设计|规划|总建筑面积|总装机|达产后|建成后/.test(words) ||
    /总投资/.test(reading.scope ?? '')
  );
}

/** The date that governs a number: in its clause before it, or earlier in the sentence where it stands as a frame. */
function statedDate(context: Context, frame: Frame, reading: Reading): DateAtom | null {
  const { dates, report } = context;
  // 其中 goes on with what the sentence before dates.
  const goesOn = report.text.startsWith('其中', frame.sentence.start);
  const from = (goesOn ? report.sentences[frame.sentence.index - 1] : frame.sentence)?.start ?? 0;
  for (let k = firstFrom(dates, frame.quantity.start) - 1; k >= 0; k--) {
    const date = dates[k] as DateAtom;
    if (date.start < from || frame.quantity.start - date.start > 400) return null;
    if (date.period === null || date.kind === 'against') continue;
    const before = report.text.slice(Math.max(frame.sentence.start, date.start - 2), date.start);
    const after = report.text.slice(date.end, date.end + 4);
    if (/[“《][^”》]*$/.test(report.text.slice(date.start - 8, date.start))) continue;
    if (/[到为是于]$/.test(before) && /^的/.test(after)) continue;
    // 按年初下达的任务: when the task was set.
    if (/^(?:确定|下达|明确|制定|提出|部署|签订)的/.test(report.text.slice(date.end, date.end + 3))) continue;
    if (/[较比与]$/.test(before) || /^的?(?:任务|计划|目标|预算)/.test(after)) continue;
    if (
      date.end <= frame.clause.start &&
      /[;；]/.test(report.text.slice(date.end, frame.clause.start)) &&
      reading.measure === 'ratio'
    )
      continue;
    const between = report.text.slice(date.end, frame.quantity.start);
    if (/[由从自]$/.test(before)) {
      if (/^的?[^，；、\d]*$/.test(between)) return date;
      continue;
    }
    if (date.end <= frame.clause.start) {
      const opens = date.start === frame.sentence.start || /[，；。：\s]$/.test(before);
      const holds = countsSomething(context, date, frame) || (opens && /^[，,]/.test(after));
      if (!holds || date.kind === 'by') continue;
      if (
        /；/.test(between) &&
        date.kind === 'on' &&
        !/到$/.test(before) &&
        date.start !== frame.sentence.start
      )
        continue;
    }
    return date;
  }
  return null;
}

/** A date in an earlier clause holds on only where that clause states a number; else it dates an event (5月投产). */
function countsSomething(context: Context, date: DateAtom, frame: Frame): boolean {
  const next = context.quantities[firstFrom(context.quantities, date.end)];
  if (!next || next.start >= frame.quantity.start) return false;
  return !/[，,；;]/.test(context.report.text.slice(date.end, next.start));
}

/** A deadline counts from the year's start; a day at the year's end stands for the year. */
function statedPeriod(context: Context, date: DateAtom, standing: Period | null): Period | null {
  const period = date.period as Period;
  const year = period.end.slice(0, 4);
  if (date.kind !== 'on')
    return { start: period.start < `${year}-01-01` ? period.start : `${year}-01-01`, end: period.end };
  if (period.start === period.end && period.end.endsWith('-12-31')) {
    const words = context.report.text.slice(date.start, date.end);
    if (/末|底/.test(words))
      return standing?.end.startsWith(year) && standing.start.startsWith(year)
        ? standing
        : { start: `${year}-01-01`, end: period.end };
  }
  return period;
}

/** In a section on several years: stocks and cumulated figures take the span, a yearly flow without a year none. */
function withinYears(
  context: Context,
  frame: Frame,
  reading: Reading,
  indicator: string,
  span: Period,
  section: Section | undefined,
): Period | null {
  const { text } = context.report;
  const back = text.slice(Math.max(frame.sentence.start, frame.quantity.start - 40), frame.quantity.start);
  const words = back.slice(Math.max(back.lastIndexOf('；'), back.lastIndexOf(';')) + 1);
  const near = text.slice(frame.before.start, frame.quantity.start);
  const year = (y: string): Period => ({ start: `${y}-01-01`, end: `${y}-12-31` });
  const clause = text.slice(Math.max(frame.clause.start, frame.quantity.start - 40), frame.quantity.start);
  if (/年均/.test(clause) || (!/由|从(?![业事而严])/.test(clause) && /五年|累计|共计|总计|三年/.test(words)))
    return span;
  // Points that a rate gained are gained over the whole span.
  if (/百分点$/.test(frame.quantity.unit) && !reading.compared && section?.standing !== 'plan') return span;
  const flow =
    endWord(factWords().metric, indicator)?.value.flow === 'flow' ||
    /年(?:产|销|交易|营业|经营|均)/.test(indicator);
  const moved = TO_LEVEL.test(near) && FROM_IN.test(words);
  if (FROM.test(near))
    return flow || section?.standing === 'plan' ? null : year(String(Number(span.start.slice(0, 4)) - 1));
  if (moved && /\d{4}年/.test(words)) return year(span.end.slice(0, 4));
  if (reading.measure === 'rank') return span;
  if (reading.measure === 'change' && section?.standing !== 'plan') return null;
  const inYear = flow && reading.measure === 'level' && !/[%％]/.test(frame.quantity.unit);
  if (inYear && moved && section?.standing !== 'plan') return null;
  // 占比提高到45%, 优良率稳定在98%: where the span has brought or kept it.
  if (TO_LEVEL.test(near) || /(?:稳定|保持|维持|控制)在[^，；]{0,2}$/.test(near)) return span;
  return flow && reading.measure !== 'ratio' && section?.standing !== 'plan' ? null : span;
}
