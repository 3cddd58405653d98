package da

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Remote reads an [Archive] that is served over HTTP.
type Remote struct {
	URL    string // as in http://127.0.0.1:8545/blobs
	Client *http.Client
}

// maxAnswer bounds what is read from a server: a blob in hex and its JSON around it.
const maxAnswer = 2*rollup.BlobSize + 1024

// Blob implements [Source].
func (r Remote) Blob(ctx context.Context, hash common.Hash) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(r.URL, "/")+"/"+hash.Hex(), nil)
	if err != nil {
		return nil, fmt.Errorf("blob server: %w", err)
	}
	client := r.Client
	if client == nil {
		client = http.DefaultClient
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("blob server: %w", err)
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound:
		return nil, fmt.Errorf("%v: %w", hash, ErrNoBlob)
	default:
		return nil, fmt.Errorf("blob server: %s", response.Status)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("blob server: %w", err)
	}
	return decodeAnswer(body)
}

func decodeAnswer(body []byte) ([]byte, error) {
	var answer blobAnswer
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("blob server: answer: %w", err)
	}
	return answer.Data, nil
}

// Any asks sources in order until one has the blob.
type Any []Source

// Blob implements [Source]. A source that cannot be reached is passed over; its error is told when no other has the blob.
func (s Any) Blob(ctx context.Context, hash common.Hash) ([]byte, error) {
	errs := []error{fmt.Errorf("%v: %w", hash, ErrNoBlob)}
	for _, source := range s {
		blob, err := source.Blob(ctx, hash)
		if err == nil {
			return blob, nil
		}
		errs = append(errs, err)
	}
	return nil, errors.Join(errs...)
}

// Pubdata implements PubdataSource: it asks those sources that have pubdata, until one gives the right one. Damage is told before absence.
func (s Any) Pubdata(ctx context.Context, hash common.Hash) ([]byte, error) {
	missing := fmt.Errorf("%v: %w", hash, ErrNotPublished)
	var damaged []error
	for _, source := range s {
		from, ok := source.(PubdataSource)
		if !ok {
			continue
		}
		pubdata, err := from.Pubdata(ctx, hash)
		switch {
		case err == nil && rollup.PubdataHash(pubdata) == hash:
			return pubdata, nil
		case err == nil:
			damaged = append(damaged, fmt.Errorf("pubdata %v: a source gives other content: %w", hash, ErrMismatch))
		case errors.Is(err, ErrNotPublished):
			missing = err
		default:
			damaged = append(damaged, err)
		}
	}
	if len(damaged) > 0 {
		return nil, errors.Join(damaged...)
	}
	return nil, missing
}
