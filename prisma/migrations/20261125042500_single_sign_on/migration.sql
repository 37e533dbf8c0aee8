-- A company's own OpenID Connect provider, its proven mail domains, and sign-ins under way.
CREATE TABLE "sign_on" (
    "company_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "break_glass" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "checked_on" DATE,
    "problem" TEXT,
    "problem_on" DATE,

    CONSTRAINT "sign_on_pkey" PRIMARY KEY ("company_id"),
    CONSTRAINT "at_most_two_break_glass" CHECK (cardinality("break_glass") <= 2),
    CONSTRAINT "sign_on_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "sign_on_domain" (
    "company_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "verified_on" DATE NOT NULL,

    CONSTRAINT "sign_on_domain_pkey" PRIMARY KEY ("company_id", "domain"),
    CONSTRAINT "sign_on_domain_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "sign_on_attempt" (
    "company_id" UUID NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "next" TEXT NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sign_on_attempt_pkey" PRIMARY KEY ("company_id", "state_hash"),
    CONSTRAINT "sign_on_attempt_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Through which company's own sign-in a session came, and which companies have it in their audit log as break-glass.
ALTER TABLE "session" ADD COLUMN "sign_on_company" UUID,
                      ADD COLUMN "broke_glass_of" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- ---------------------------------------------------------------- one company sees its own rows only

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['sign_on', 'sign_on_domain', 'sign_on_attempt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY own_company ON %I
         USING (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))
         WITH CHECK (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))',
      table_name
    );
  END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_on, sign_on_domain, sign_on_attempt TO tandem_app;

-- Who somebody is in a company, and whether it asks for its own sign-in: still one question.
DROP FUNCTION find_membership(text, text);
CREATE FUNCTION find_membership(company_slug text, person_email text)
RETURNS TABLE (company_id uuid, slug text, name text, member_id uuid, admin boolean, board boolean, seats text[],
               own_sign_in boolean, break_glass boolean)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  home company%ROWTYPE;
  rule sign_on%ROWTYPE;
BEGIN
  SELECT * INTO home FROM company AS it WHERE it.slug = company_slug;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM set_config('app.company_id', home.id::text, true);
  SELECT * INTO rule FROM sign_on AS it WHERE it.company_id = home.id AND it.required;
  RETURN QUERY
    SELECT home.id, home.slug, home.name, person.id, person.admin, person.board,
           ARRAY(SELECT tenure.seat FROM seat_tenure AS tenure
                 WHERE tenure.company_id = home.id AND tenure.member_id = person.id AND tenure.ended_at IS NULL),
           rule.company_id IS NOT NULL, coalesce(person.admin AND person.id = ANY (rule.break_glass), false)
    FROM member AS person
    WHERE person.company_id = home.id AND person.email = person_email;
END
$$;
REVOKE EXECUTE ON FUNCTION find_membership FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_membership TO tandem_app;
