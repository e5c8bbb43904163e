// en: Which targets have a later result, and how far are the two apart?
// zh: 哪些目标有了后来的结果，相差多少？
// param limit: integer = 200 | rows at most
// columns: indicator, subject, unit, target, result, difference, targetWords, resultWords, targetReport, resultReport

MATCH (t:Observation {status: 'target'})-[:OF]->(i:Indicator), (a:Observation {status: 'actual'})-[:OF]->(i)
WHERE a.unit = t.unit AND a.measure = t.measure AND a.periodEnd IS NOT NULL AND (t.periodEnd IS NULL OR a.periodEnd >= t.periodEnd)
MATCH (t)-[:ABOUT]->(e:Entity), (a)-[:ABOUT]->(f:Entity), (x:Report {id: t.report}), (y:Report {id: a.report})
WHERE e.id = f.id AND coalesce(y.periodEnd, '') > coalesce(x.periodEnd, '')
RETURN DISTINCT t.indicator AS indicator, e.name AS subject, t.unit AS unit, t.value AS target, a.value AS result,
  a.value - t.value AS difference,
  t.raw AS targetWords, a.raw AS resultWords, x.title AS targetReport, y.title AS resultReport
ORDER BY subject, indicator, unit, target, result, targetReport, resultReport, targetWords, resultWords
LIMIT $limit
