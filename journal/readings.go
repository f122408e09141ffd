package journal

import "context"

// Readings returns what the days in the names of files may mean, where that is
// not clear; nothing in most journals.
func (j *Journal) Readings(ctx context.Context) ([]Reading, error) {
	if d, ok := j.store.(Dated); ok {
		return d.Readings(ctx)
	}
	return nil, nil
}

// ReadAs says what they mean, from now on.
func (j *Journal) ReadAs(r Reading) error {
	if d, ok := j.store.(Dated); ok {
		return d.ReadAs(r)
	}
	return nil
}
