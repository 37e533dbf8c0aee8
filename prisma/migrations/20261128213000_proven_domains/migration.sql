-- The verified domains of a page of companies, for the job that looks for their records every night. It looks into one company
-- after another, as their own transactions would, and leaves none of them set.
CREATE FUNCTION proven_domains(companies uuid[])
RETURNS TABLE (company_id uuid, slug text, name text, domain text, missing_since date, missing_told boolean)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  home company%ROWTYPE;
BEGIN
  FOR home IN SELECT * FROM company AS it WHERE it.id = ANY (companies) ORDER BY it.id LOOP
    PERFORM set_config('app.company_id', home.id::text, true);
    RETURN QUERY
      SELECT home.id, home.slug, home.name, its.domain, its.missing_since, its.missing_told
      FROM sign_on_domain AS its
      WHERE its.company_id = home.id AND its.domain = ANY (home.mail_domains)
      ORDER BY its.domain;
  END LOOP;
  PERFORM set_config('app.company_id', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION proven_domains FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proven_domains TO tandem_app;
