// en: Which body has to do with which project, how, and by which words?
// zh: 哪个单位与哪个项目有关，依据是什么？
// param basis: string = null | stated, implied or inferred
// param limit: integer = 200 | rows at most
// columns: agency, relation, project, role, basis, words, sentence

MATCH (p:Project)<-[r:RESPONSIBLE_FOR|PARTICIPATES_IN]-(b:Entity), (s:Sentence {id: r.sentence})
WHERE $basis IS NULL OR r.basis = $basis
RETURN b.name AS agency, type(r) AS relation, p.name AS project, r.role AS role, r.basis AS basis, r.quote AS words,
  s.text AS sentence
ORDER BY CASE r.basis WHEN 'stated' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END, agency, project, relation, role, words
LIMIT $limit
