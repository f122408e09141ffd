package journal

import "context"

// Watcher is a Store that notices what other programs change.
type Watcher interface {
	// Watch reports the entries that another program stored, made or removed,
	// some at a time, until the context ends; then the channel is closed. What
	// this program stores is not reported. near names the entry that is open,
	// the zero ID for none: it is looked at often, even where the system tells
	// of no changes. near is called from another goroutine.
	Watch(ctx context.Context, near func() ID) <-chan []ID
}

// Watch reports what other programs change; nil if the journal cannot tell.
func (j *Journal) Watch(ctx context.Context, near func() ID) <-chan []ID {
	if w, ok := j.store.(Watcher); ok {
		return w.Watch(ctx, near)
	}
	return nil
}

// Refresh takes in what another program made of some entries, and returns
// what lists are to say of them. A removed entry is not in the result, nor is
// one that cannot be read.
func (j *Journal) Refresh(ctx context.Context, ids []ID) map[ID]Brief {
	briefs := map[ID]Brief{}
	for _, id := range ids {
		v, err := j.Load(ctx, id)
		if err != nil {
			continue // whoever opens it is told why
		}
		j.known.learn(v)
		if brief, ok := j.Known(id); ok {
			briefs[id] = brief
		}
	}
	return briefs
}
