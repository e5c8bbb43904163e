// en: What grew or fell the most?
// zh: 哪些指标增减最大？
// param unit: string = "%" | unit of the change
// param limit: integer = 200 | rows at most
// columns: indicator, subject, change, unit, period, status

MATCH (o:Observation {measure: 'change'})-[:ABOUT]->(e:Entity)
WHERE o.unit = $unit
RETURN DISTINCT o.indicator AS indicator, e.name AS subject, o.value AS change, o.unit AS unit,
  coalesce(o.periodStart + ' – ' + o.periodEnd, '') AS period, o.status AS status
ORDER BY change DESC, indicator, subject, period
LIMIT $limit
