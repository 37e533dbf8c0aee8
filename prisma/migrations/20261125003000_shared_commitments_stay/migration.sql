-- Engineers have read a shared commitment: from then on it can only be closed, once, as kept or dropped.

CREATE FUNCTION guard_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.shared_at IS NOT NULL
     AND (NEW.cycle_id, NEW.member_id, NEW.seat, NEW.kind, NEW.subject, NEW.action, NEW.due_on, NEW.shared_at)
       IS DISTINCT FROM
       (OLD.cycle_id, OLD.member_id, OLD.seat, OLD.kind, OLD.subject, OLD.action, OLD.due_on, OLD.shared_at) THEN
    RAISE EXCEPTION 'the words of a shared commitment stay' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state AND (OLD.shared_at IS NULL OR OLD.state <> 'open') THEN
    RAISE EXCEPTION 'a commitment is closed once, after it was shared' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER guard_commitment BEFORE UPDATE ON commitment FOR EACH ROW EXECUTE FUNCTION guard_commitment();

ALTER TABLE commitment ADD CONSTRAINT commitment_state CHECK (state IN ('open', 'kept', 'dropped'));
ALTER TABLE commitment ADD CONSTRAINT commitment_kind CHECK (kind IN ('responsibility', 'pattern'));
