-- Who somebody is in the company at an address, as one question: no row for strangers and unknown companies alike.
CREATE FUNCTION find_membership(company_slug text, person_email text)
RETURNS TABLE (company_id uuid, slug text, name text, member_id uuid, admin boolean, board boolean, seats text[])
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  home company%ROWTYPE;
BEGIN
  SELECT * INTO home FROM company AS it WHERE it.slug = company_slug;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM set_config('app.company_id', home.id::text, true);
  RETURN QUERY
    SELECT home.id, home.slug, home.name, person.id, person.admin, person.board,
           ARRAY(SELECT tenure.seat FROM seat_tenure AS tenure
                 WHERE tenure.company_id = home.id AND tenure.member_id = person.id AND tenure.ended_at IS NULL)
    FROM member AS person
    WHERE person.company_id = home.id AND person.email = person_email;
END
$$;
REVOKE EXECUTE ON FUNCTION find_membership FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_membership TO tandem_app;
