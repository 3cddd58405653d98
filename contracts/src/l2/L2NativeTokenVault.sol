// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AssetId} from "../common/AssetId.sol";
import {L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../common/Constants.sol";
import {AssetData} from "../bridge/AssetData.sol";
import {NativeTokenVault} from "../bridge/NativeTokenVault.sol";
import {INativeTokenVault} from "../interfaces/INativeTokenVault.sol";
import {IL2NativeTokenVault} from "../interfaces/IL2NativeTokenVault.sol";
import {SystemUpgradeable} from "./SystemUpgradeable.sol";

/// @dev `bridgedTokenBeacon`, `L1_CHAIN_ID` and `BASE_TOKEN_ASSET_ID` are genesis storage.
contract L2NativeTokenVault is IL2NativeTokenVault, NativeTokenVault, SystemUpgradeable {
    using SafeERC20 for IERC20;

    /// @inheritdoc INativeTokenVault
    uint256 public L1_CHAIN_ID;
    /// @inheritdoc IL2NativeTokenVault
    bytes32 public BASE_TOKEN_ASSET_ID;

    /// @inheritdoc IL2NativeTokenVault
    function l2TokenAddress(address l1Token) external view returns (address) {
        bytes32 id = AssetId.ofToken(L1_CHAIN_ID, l1Token);
        if (id == BASE_TOKEN_ASSET_ID) return L2_BASE_TOKEN;
        address registered = tokenAddress[id];
        return registered == address(0) ? calculateCreate2TokenAddress(L1_CHAIN_ID, l1Token) : registered;
    }

    /// @inheritdoc INativeTokenVault
    function ASSET_ROUTER() public pure override(INativeTokenVault, NativeTokenVault) returns (address) {
        return L2_ASSET_ROUTER;
    }

    function _lock(address token, address from, uint256 amount) internal override {
        if (msg.value != 0) revert ValueMismatch(0, msg.value);
        _lockERC20(token, from, amount);
    }

    function _pull(address token, address from, uint256 amount) internal override {
        IERC20(token).safeTransferFrom(from, address(this), amount);
    }

    function _unlock(address token, address to, uint256 amount) internal override {
        IERC20(token).safeTransfer(to, amount);
    }

    /// @dev L1 is the only other side, and it keeps the balances.
    function _recordOut(uint256, bytes32, uint256) internal override {}

    function _recordIn(uint256, bytes32, uint256) internal override {}

    function _checkFirstArrival(uint256, bytes32 id, uint256) internal view override {
        if (id == BASE_TOKEN_ASSET_ID) revert AssetIdNotSupported(id);
    }
}
