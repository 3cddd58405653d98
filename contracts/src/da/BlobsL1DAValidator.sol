// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DA_SCHEME_BLOBS} from "../common/Constants.sol";
import {IL1DAValidator} from "../interfaces/IL1DAValidator.sol";

/// @title Data in EIP-4844 blobs
/// @notice Input: pubdataHash ‖ (word(y) ‖ commitment 48 ‖ proof 48) for each blob. Commitment of the batch:
/// keccak256(pubdataHash ‖ (versionedHash ‖ word(z) ‖ word(y))*), with z from the pubdata and the blob, so that the blob on
/// L1 and the bytes inside the proof are the same polynomial.
contract BlobsL1DAValidator is IL1DAValidator {
    // 0x0
    // 0x7b41a53a
    error InputLengthInvalid(uint256 length);
    // 0x0
    // 0xcc6408c5
    error BlobMissing(uint256 index);
    // 0x0
    // 0x80c98147
    error OpeningRefused(bytes32 versionedHash);
    // 0x0
    // 0xc9e0e757
    error CommitmentMismatch(bytes32 given, bytes32 expected);

    address private constant POINT_EVALUATION = address(0x0a);

    uint256 private constant HEAD_BYTES = 32;
    uint256 private constant OPENING_BYTES = 128;
    uint256 private constant MAX_BLOBS = 6;

    /// @dev The precompile answers the number of field elements and the modulus (EIP-4844).
    bytes32 private constant PRECOMPILE_ANSWER = keccak256(
        abi.encode(
            uint256(4096), uint256(52435875175126190479447740508185965837690552500527637822603658699938581184513)
        )
    );

    /// @dev Blobs of this transaction that earlier batches have used.
    uint256 private transient _usedBlobs;

    /// @inheritdoc IL1DAValidator
    uint8 public constant scheme = DA_SCHEME_BLOBS;

    /// @inheritdoc IL1DAValidator
    function checkDA(uint256, uint256, bytes32 claimedCommitment, bytes calldata input) external {
        uint256 blobs = _blobCount(input.length);
        bytes32 pubdataHash = bytes32(input[:HEAD_BYTES]);
        uint256 first = _usedBlobs;
        _usedBlobs = first + blobs;

        bytes memory preimage = abi.encodePacked(pubdataHash);
        for (uint256 i = 0; i < blobs; ++i) {
            bytes calldata opening = input[HEAD_BYTES + i * OPENING_BYTES:HEAD_BYTES + (i + 1) * OPENING_BYTES];
            preimage = bytes.concat(preimage, _checkBlob(pubdataHash, first + i, opening));
        }
        bytes32 commitment = keccak256(preimage);
        if (commitment != claimedCommitment) revert CommitmentMismatch(claimedCommitment, commitment);
    }

    function _checkBlob(bytes32 pubdataHash, uint256 index, bytes calldata opening)
        private
        view
        returns (bytes memory)
    {
        bytes32 versionedHash = blobhash(index);
        if (versionedHash == 0) revert BlobMissing(index);
        uint256 z = uint128(uint256(keccak256(abi.encode(pubdataHash, versionedHash))));
        bytes memory point = abi.encodePacked(versionedHash, z, opening[:32]);

        // The opening is y ‖ commitment ‖ proof, the order in which the precompile takes them.
        (bool ok, bytes memory answer) = POINT_EVALUATION.staticcall(bytes.concat(point, opening[32:]));
        if (!ok || keccak256(answer) != PRECOMPILE_ANSWER) revert OpeningRefused(versionedHash);
        return point;
    }

    function _blobCount(uint256 length) private pure returns (uint256 blobs) {
        blobs = length / OPENING_BYTES;
        if (blobs == 0 || blobs > MAX_BLOBS || length != HEAD_BYTES + blobs * OPENING_BYTES) {
            revert InputLengthInvalid(length);
        }
    }
}
