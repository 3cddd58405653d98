// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ETH_TOKEN_ADDRESS, L2_NATIVE_TOKEN_VAULT} from "./Constants.sol";

/// @title Names of assets
/// @notice An asset is named by the chain it comes from, the vault that handles it and its address there, so that the
/// same token has the same name on every chain.
library AssetId {
    function ofToken(uint256 originChainId, address token) internal pure returns (bytes32) {
        return keccak256(abi.encode(originChainId, L2_NATIVE_TOKEN_VAULT, token));
    }

    function ofEther(uint256 l1ChainId) internal pure returns (bytes32) {
        return ofToken(l1ChainId, ETH_TOKEN_ADDRESS);
    }
}
