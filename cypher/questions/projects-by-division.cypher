// en: How many projects lie in each division or place, and which?
// zh: 各地分别有哪些项目？
// param division: string = null | only this division or place
// param limit: integer = 200 | rows at most
// columns: division, projects, names

MATCH (p:Project)-[:LOCATED_IN]->(d:Entity)
WHERE $division IS NULL OR d.name = $division OR $division IN d.aliases
WITH d, p ORDER BY p.name
WITH d, collect(DISTINCT p.name) AS names
RETURN d.name AS division, size(names) AS projects, names
ORDER BY projects DESC, division
LIMIT $limit
