package transcript

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Event is one call on a transcript, as it is recorded: the text of protocols, labels
// and byte strings, the elements of everything else. Nonces are events of their own, the
// element squeezed to check them is not.
type Event struct {
	Kind     Kind
	Text     string
	Elements []field.Element
}

// Recorder sees every call in order. It is for tests: a prover's and a verifier's
// recording of the same proof are equal.
type Recorder interface {
	Record(Event)
}

// SetRecorder sends the following calls to r, or to nobody when r is nil. The elements
// of an event belong to the caller of the transcript; keep a copy.
func (t *Transcript) SetRecorder(r Recorder) { t.recorder = r }

func (t *Transcript) record(kind Kind, text string, xs []field.Element) {
	if t.recorder != nil {
		t.recorder.Record(Event{Kind: kind, Text: text, Elements: xs})
	}
}

// Log is a Recorder that keeps everything.
type Log struct {
	Events []Event
}

// Record appends a copy of e.
func (l *Log) Record(e Event) {
	e.Elements = slices.Clone(e.Elements)
	l.Events = append(l.Events, e)
}

// Compare returns nil when both logs are equal, else an error naming the first
// event that differs.
func (l *Log) Compare(other *Log) error {
	for i := range min(len(l.Events), len(other.Events)) {
		a, b := l.Events[i], other.Events[i]
		if a.Kind != b.Kind || a.Text != b.Text || !slices.Equal(a.Elements, b.Elements) {
			return fmt.Errorf("transcript event %d: kind %d %q %v against kind %d %q %v",
				i, a.Kind, a.Text, a.Elements, b.Kind, b.Text, b.Elements)
		}
	}
	if len(l.Events) != len(other.Events) {
		return fmt.Errorf("transcript: %d events against %d", len(l.Events), len(other.Events))
	}
	return nil
}
