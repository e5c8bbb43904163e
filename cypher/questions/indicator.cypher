// en: How does an indicator move from period to period, and from place to place?
// zh: 某项指标在各时期、各地是多少？
// param name: string = "生产总值" | words of the indicator
// param measure: string = null | level, change, share, rank or ratio
// param limit: integer = 200 | rows at most
// columns: indicator, subject, period, measure, value, unit, words, approx, status, report

MATCH (o:Observation)-[:OF]->(i:Indicator), (o)-[:ABOUT]->(e:Entity), (r:Report {id: o.report})
WHERE i.name CONTAINS $name AND ($measure IS NULL OR o.measure = $measure)
RETURN i.name AS indicator, e.name AS subject, coalesce(o.periodStart + ' – ' + o.periodEnd, '') AS period,
  o.measure AS measure, o.value AS value, o.unit AS unit, o.raw AS words, o.approx AS approx, o.status AS status,
  r.title AS report
ORDER BY indicator, measure, period, subject, report, value
LIMIT $limit
