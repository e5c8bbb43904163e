// en: How did the figures of one place move from period to period?
// zh: 某地各项指标历期是多少？
// param place: string = null | name or alias of the place; all unless told
// param words: string = "" | words of the indicator
// param limit: integer = 200 | rows at most
// columns: place, indicator, measure, unit, periods, values

MATCH (o:Observation)-[:ABOUT]->(e:AdminDivision)
WHERE ($place IS NULL OR e.name = $place OR $place IN e.aliases) AND o.indicator CONTAINS $words
  AND o.periodEnd IS NOT NULL AND o.status = 'actual'
WITH e, o ORDER BY o.periodEnd, o.periodStart, o.report, o.start, o.id
WITH e.name AS place, o.indicator AS indicator, o.measure AS measure, o.unit AS unit,
  collect(o.periodStart + ' – ' + o.periodEnd) AS periods, collect(o.raw) AS values
RETURN place, indicator, measure, unit, periods, values
ORDER BY size(periods) DESC, place, indicator, measure, unit
LIMIT $limit
