// en: Which figures differ between two reports?
// zh: 两份报告的哪些数据不同？
// param first: string = null | words of the title or file of the earlier report
// param second: string = null | words of the title or file of the later report
// param limit: integer = 200 | rows at most
// columns: subject, indicator, measure, unit, before, after, beforeWords, afterWords, first, second

MATCH (a:Observation)-[:OF]->(i:Indicator), (b:Observation)-[:OF]->(i)
WHERE a.report <> b.report AND a.measure = b.measure AND a.unit = b.unit AND a.status = b.status AND a.value <> b.value
MATCH (a)-[:ABOUT]->(e:Entity), (b)-[:ABOUT]->(f:Entity), (x:Report {id: a.report}), (y:Report {id: b.report})
WHERE e.id = f.id AND coalesce(x.periodEnd, '') <= coalesce(y.periodEnd, '')
  AND ($first IS NULL OR x.title CONTAINS $first OR x.file CONTAINS $first)
  AND ($second IS NULL OR y.title CONTAINS $second OR y.file CONTAINS $second)
RETURN DISTINCT e.name AS subject, i.name AS indicator, a.measure AS measure, a.unit AS unit, a.value AS before,
  b.value AS after, a.raw AS beforeWords, b.raw AS afterWords, x.title AS first, y.title AS second
ORDER BY first, second, subject, indicator, measure, unit, before, after, beforeWords, afterWords
LIMIT $limit
