// en: How do places compare in one indicator?
// zh: 某项指标各地比较如何？
// param name: string = "地区生产总值" | the indicator, word for word
// param measure: string = "level" | level, change, share, rank or ratio
// param limit: integer = 200 | rows at most
// columns: place, value, unit, words, approx, status, period, report

MATCH (o:Observation)-[:OF]->(i:Indicator), (o)-[:ABOUT]->(e:AdminDivision), (r:Report {id: o.report})
WHERE i.name = $name AND o.measure = $measure
RETURN DISTINCT e.name AS place, o.value AS value, o.unit AS unit, o.raw AS words, o.approx AS approx, o.status AS status,
  coalesce(o.periodStart + ' – ' + o.periodEnd, '') AS period, r.title AS report
ORDER BY value DESC, place, period, report, words
LIMIT $limit
