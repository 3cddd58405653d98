// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INativeTokenVault} from "../interfaces/INativeTokenVault.sol";

/// @title Encodings of the bridge, one place for both layers
library AssetData {
    bytes1 internal constant METADATA_VERSION = 0x01;
    bytes1 internal constant DEPOSIT_VERSION = 0x01;

    /// abi.encode of (uint256, address, address)
    uint256 private constant BURN_DATA_LENGTH = 96;
    /// abi.encode of (address, address, address, uint256, bytes) with empty bytes
    uint256 private constant MIN_TRANSFER_DATA_LENGTH = 192;

    struct Transfer {
        address sender;
        address receiver;
        address originToken;
        uint256 amount;
        bytes metadata;
    }

    struct Metadata {
        uint256 originChainId;
        bytes name;
        bytes symbol;
        bytes decimals;
    }

    /// @notice What is remembered of a deposit until it is refunded.
    function depositHash(address depositor, bytes32 id, uint256 amount) internal pure returns (bytes32) {
        return keccak256(bytes.concat(DEPOSIT_VERSION, abi.encode(depositor, id, amount)));
    }

    function decodeBurn(bytes calldata data) internal pure returns (uint256 amount, address receiver, address token) {
        if (data.length != BURN_DATA_LENGTH) revert INativeTokenVault.MalformedData(data.length);
        return abi.decode(data, (uint256, address, address));
    }

    function encodeTransfer(Transfer memory t) internal pure returns (bytes memory) {
        return abi.encode(t.sender, t.receiver, t.originToken, t.amount, t.metadata);
    }

    function decodeTransfer(bytes calldata data) internal pure returns (Transfer memory t) {
        if (data.length < MIN_TRANSFER_DATA_LENGTH) revert INativeTokenVault.MalformedData(data.length);
        (t.sender, t.receiver, t.originToken, t.amount, t.metadata) =
            abi.decode(data, (address, address, address, uint256, bytes));
    }

    function encodeMetadata(Metadata memory m) internal pure returns (bytes memory) {
        return bytes.concat(METADATA_VERSION, abi.encode(m.originChainId, m.name, m.symbol, m.decimals));
    }

    function decodeMetadata(bytes calldata data) internal pure returns (Metadata memory m) {
        if (data.length == 0) revert INativeTokenVault.MalformedData(0);
        if (data[0] != METADATA_VERSION) revert INativeTokenVault.UnsupportedMetadataVersion(data[0]);
        (m.originChainId, m.name, m.symbol, m.decimals) = abi.decode(data[1:], (uint256, bytes, bytes, bytes));
    }
}
